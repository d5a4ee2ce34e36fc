import { germanGroups } from './german-synonyms.ts';
import { termOf } from './language.ts';

/** English words that one person writes and another asks by. Within a line each stands for each. */
const groups = `
add append attach insert include
advantage benefit reason
alter change modify edit adjust
answer reply response respond
archive zip compress
ask request query question
author write create
automatic automatically auto
avoid prevent
bad wrong invalid incorrect malformed
begin start launch boot
bicycle bike cycle
big large huge
block deny refuse reject forbid
bug defect fault problem issue
build make construct
bundle package
cancel abort
cap limit maximum
car automobile vehicle
cell mobile phone
chain combine
cheap inexpensive
child kid
check verify validate test
choose pick select
client customer
close shut end stop terminate
colleague teammate coworker
collect gather
colour color
compare equality equal same identical
compute calculate
conceal hide mask
configure configuration setting option
connect join link
convert transform translate
copy duplicate clone
cost price fee charge
counter count
crash fail failure
credential password login secret
customise customize custom override
cut split
date time day
db database
decrease lower reduce
default standard
defend protect guard
delay wait
delete remove erase drop discard
destination output target
difference differ differs
disable deactivate
disconnect close
discover find locate
disk folder directory
display show
document file
domain host
download attachment
each every
earlier previous prior
emit send
enable activate
ensure guarantee
error failure exception
escape quote
estimate preview
everybody everyone all
example sample demo
exclude omit skip except
execute run
expire expiry expiration
explain why reason
extend extension
extra additional
fast quick speed performance
fetch get load retrieve
field property attribute key
fix repair correct solve
folder directory
forbid disallow
forget lose lost
format layout
get obtain receive
gradually step
group set
header heading
help support assist
history past
id identifier
idle inactive inactivity
illegal invalid
improve optimize
increase raise grow
inform notify tell
initial first
install setup
keep retain preserve store save
key name
language locale
last final
late delay
laptop computer machine
latest newest recent
launch start
leave exit
length size
license licence
limit restrict
line row
list enumerate
login signin authentication authenticate
look search find
machine server node host
mail email
manual hand
match compare
meaning mean definition
measure metric
member user
memory ram
merge combine
message text
miss lack absent
mistake error
mix merge
moment time
multiple many several
nested deep depth
number amount count
offer provide
old outdated legacy
open access
order sequence
organisation organization company
own custom
page screen
parallel simultaneously concurrent
parse read
part portion piece
password passphrase
pause suspend
payload body
payment billing
percentage share quota percent
permission access right
persist save store
person people user human
picture image photo
plugin module
postpone delay
prevent avoid
print output
privacy private
problem trouble
process handle
prohibit forbid
publish release
purchase buy order
quick short
random arbitrary
record log
refund reimburse
register signup
remember store recall
remote server
rename name
repeat again
replace overwrite
require need must
reset clear
restore revert rollback undo
result outcome
return back
reuse share
rotate rotation
safe secure security
sandbox isolate
schedule plan
screen page
seldom rare
send transmit ship deliver
separate apart
server backend
session conversation chat
several multiple
share common
shutdown shut stop
sign signature
similar like
single one
slow slowness performance degradation
sort order
spec test
speed throughput
spreadsheet excel csv
state status
steal stolen theft
storage store database
string text
style appearance
subscribe listen
success successful
sum aggregate
switch toggle
talk conversation chat
task job
temporary transient
term word
throttle limit restrict slow
throw error
title name
tool utility
trace track
translate translation locale i18n
try attempt
type kind
unavailable offline
undo revert
uninstall remove
unique distinct
unknown missing
update refresh
upload send
usage use
valid correct
value content
version release
visible show
warn warning alert
website site
width size
wrong incorrect
year annual
zone timezone
advice recommendation tip
agreement contract
amount sum total
apartment flat
appointment meeting booking
baby infant
bag luggage baggage
bill invoice receipt
book reserve schedule
boss manager supervisor
break pause rest
call phone telephone ring
car vehicle
cash money
child kid
complaint problem issue
course class lesson training
coverage insurance
custom bespoke tailored
damage break broken
deadline due
delivery shipping shipment
diet nutrition food
discount rebate reduction
doctor physician
employee worker staff
employer company
exercise workout training
expert specialist professional
fill complete
goal aim objective target
guarantee warranty
happen occur
hire recruit
holiday vacation leave
home house
hurt pain ache
illness disease sickness
income salary wage pay
job position role
law legal
lawyer attorney
lend loan borrow
letter mail post
meal food
medicine drug medication
member subscriber
mobile phone
offer deal
office workplace
opinion view
package parcel
parent mother father
pet dog cat
postpone reschedule
price cost rate
product item goods
promise commitment
quit cancel unsubscribe
rent lease
shop store
sleep rest
student pupil
subscription membership plan
tax vat
teacher instructor coach trainer
tired fatigue exhausted
tool instrument
trip travel journey
vendor supplier seller
weight kilo
woman female
`;

const tables = new Map<string, ReadonlyMap<string, readonly string[]>>();
const groupsOf: Readonly<Record<string, string>> = { en: groups, de: germanGroups };

/** The languages that synonyms are known of. */
export const languagesWithSynonyms = Object.keys(groupsOf);

/** Words that may stand where a term of a language does. */
export function synonymsOf(term: string, language: string): readonly string[] {
  const table = tables.get(language) ?? readGroups(groupsOf[language] ?? '', language);
  tables.set(language, table);
  return table.get(term) ?? [];
}

function readGroups(list: string, language: string): ReadonlyMap<string, readonly string[]> {
  const related = new Map<string, Set<string>>();
  for (const line of list.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) {
      const term = termOf(word, language);
      const others = related.get(term) ?? new Set();
      for (const other of words) if (termOf(other, language) !== term) others.add(other);
      related.set(term, others);
    }
  }
  return new Map([...related].map(([term, others]) => [term, [...others]]));
}
