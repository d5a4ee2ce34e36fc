/** What the demo's twin knows: the papers of a small bicycle workshop, as somebody there would have written them. */
export interface DemoSource {
  readonly name: string;
  readonly text: string;
  readonly access: 'mentioned' | 'internal';
}

export const workshopSources: readonly DemoSource[] = [
  {
    name: 'Repairs and prices',
    access: 'mentioned',
    text: `# Repairs and prices

## How a repair works

Bring the bicycle in without an appointment, Tuesday to Saturday from 9:00 to 18:00. We look at it together, write down what needs doing, and you get a price before we begin. If more turns up while we work, we call you first and do nothing without your yes.

Small things such as a puncture or a broken spoke are done the same day if you are here before noon. A full service takes two working days. In April and May it can take a week, because everybody comes at once.

## Prices

| Work | Price |
| --- | --- |
| Puncture, tube included | 18 euros |
| Brake pads, per wheel | 24 euros |
| New chain, fitted | 45 euros |
| Truing a wheel | 20 euros |
| Full service, city bicycle | 79 euros |
| Full service, electric bicycle | 109 euros |

A full service covers brakes, gears, bearings, wheels, lights and a test ride. Parts are charged on top.

## Electric bicycles

We service electric bicycles of every make, but we open motors of Bosch and Shimano only. Please bring the key of the battery and the charger. We cannot repair batteries: a damaged battery goes back to its maker, and we arrange that for you free of charge.

## Guarantee on our work

If something we repaired fails within six months, we repair it again without charge. Wear, such as brake pads worn down by riding, is not covered. Keep the receipt: its number is how we find your bicycle's history.`,
  },
  {
    name: 'Renting a bicycle',
    access: 'mentioned',
    text: `# Renting a bicycle

## What there is

City bicycles, trekking bicycles, electric bicycles, two cargo bicycles and bicycles for children from four years on. Helmets, locks and child seats come with every rental at no cost.

## Prices and times

| Bicycle | Half a day | One day | Each further day |
| --- | --- | --- | --- |
| City | 9 euros | 14 euros | 10 euros |
| Trekking | 12 euros | 18 euros | 14 euros |
| Electric | 22 euros | 34 euros | 28 euros |
| Cargo | 25 euros | 39 euros | 32 euros |
| Children's | 6 euros | 9 euros | 6 euros |

Half a day is four hours. Bring the bicycle back by 17:45, so that we can look it over before we close.

## Booking and cancelling

Groups of more than six and cargo bicycles need a booking, two days ahead, by email or at the counter. Everything else is first come, first served. A booking can be cancelled free of charge until the evening before; after that we charge half a day.

## Deposit and documents

We ask for an identity card and a deposit of 50 euros, or 150 euros for electric and cargo bicycles, by card or in cash. You get it back when the bicycle is returned undamaged.

## If something happens on the way

With a puncture, call us: inside the city we bring another bicycle within an hour. In an accident, make sure that everybody is safe, call 112 if anybody is hurt, and let us know afterwards. A stolen bicycle has to be reported to the police; with the report, the renter pays at most 300 euros.`,
  },
  {
    name: 'Choosing a bicycle that fits',
    access: 'mentioned',
    text: `# Choosing a bicycle that fits

## Frame size

Measure the inside of your leg, from the floor to the crotch, without shoes. For a city or trekking bicycle, multiply the centimetres by 0.66: that is the frame height in centimetres. Between two sizes, take the smaller one if you like to sit upright and want to be nimble, and the larger one for long tours.

## Saddle height

Sit on the saddle and put your heel on the pedal at its lowest point: the leg should just be straight. With the ball of the foot on the pedal the knee is then slightly bent. If your hips rock from side to side, the saddle is too high. Knees that hurt in front often mean that it is too low.

## Children

Buy for the size the child has today, not for the one it will grow into: a bicycle that is too large is hard to stop. A child should be able to put both feet flat on the ground. Balance bicycles fit from about two years, pedals make sense from about four.

## City, trekking or electric?

For less than five kilometres a day in a flat town a city bicycle with hub gears is the least trouble. For tours with bags take a trekking bicycle with derailleur gears. An electric bicycle pays off with hills, headwind, or a commute of more than ten kilometres: it costs about 8 cents of electricity for 100 kilometres.`,
  },
  {
    name: 'Notes for the counter',
    access: 'internal',
    text: `# Notes for the counter

For the people who work here. Customers get the prices of the price list and nothing else.

We buy chains at 11.40 euros and brake pads at 3.90 euros from Velotrade Nord, customer number VN-20817. The margin on a full service is 41 percent. Regular customers may get up to 10 percent off, decided at the counter, never promised in advance.

Slow weeks are in November and February: tell people who ask for a service then that they will have their bicycle back the next day.`,
  },
];
