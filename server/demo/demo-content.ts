import type { CreateDeployment } from '../../contract/deployment-settings.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { appointmentRequest } from './appointment-request.ts';
import { leadQualification } from './lead-qualification.ts';
import { supportTriage } from './support-triage.ts';

export interface DemoDeployment {
  readonly name: string;
  /** What differs from the default settings. */
  readonly settings: Omit<CreateDeployment, 'name' | 'subject' | 'platform'>;
}

/** A flow of the demo: published with this note, then deployed to the web. */
export interface DemoFlow {
  readonly name: string;
  readonly graph: FlowGraph;
  readonly note: string;
  readonly deployments: readonly DemoDeployment[];
}

/** How the demo's twin is deployed. */
export const workshopDeployment: DemoDeployment = {
  name: 'Bicycle workshop',
  settings: {
    status: 'active',
    behavior: {
      goal: 'The visitor knows what a repair or a rental costs, or leaves an email address for the rest.',
      criteria: [{ kind: 'emailCollected' }],
      instructions: 'Stay with bicycles, repairs and renting.',
      languages: ['en', 'de', 'fr', 'es', 'pt', 'ar'],
    },
    capabilities: {
      collectEmail: true,
      callsToAction: [
        {
          id: 'book',
          label: 'Book a bicycle',
          url: 'https://example.com/book',
          description: 'Cargo bicycles and groups need a booking.',
          condition: 'The visitor wants to rent a bicycle and has no more questions about it',
        },
      ],
    },
    appearance: { title: 'Ask the workshop', greeting: 'A question about your bicycle?', accentColor: '#1d4ed8' },
  },
};

/** What an empty installation starts with, so that every part of the product has something to show. */
export const demoContent: readonly DemoFlow[] = [
  {
    name: 'Support triage',
    graph: supportTriage,
    note: 'Answers orders, billing and sign-in; hands urgent cases to a person',
    deployments: [
      {
        name: 'Help centre',
        settings: {
          status: 'active',
          behavior: {
            goal: 'The customer has an answer, or a person has everything needed to give one.',
            criteria: [{ kind: 'variable', filter: { attribute: 'var.resolution', operator: 'is_not_empty' } }],
            instructions: 'Stay with questions about orders, billing and accounts.',
          },
          appearance: {
            title: 'Support',
            greeting: 'Questions? We are here.',
            accentColor: '#0f766e',
            launcherPosition: 'bottom-right',
            theme: 'system',
          },
        },
      },
    ],
  },
  {
    name: 'Lead qualification',
    graph: leadQualification,
    note: 'Branches on company size, budget and timeline; two pitches side by side',
    deployments: [
      {
        name: 'Pricing page',
        settings: {
          status: 'active',
          audience: {
            groups: [
              {
                name: 'Campaign visitors',
                filters: [
                  { attribute: 'page.utm_source', operator: 'equals', value: 'newsletter' },
                  { attribute: 'page.utm_campaign', operator: 'is_not_empty' },
                ],
              },
              {
                name: 'Companies over 50 people',
                filters: [{ attribute: 'company.size', operator: 'greater_than', value: 50 }],
              },
            ],
          },
          rollout: { percentage: 50 },
          behavior: {
            goal: 'A company that fits leaves an email address and is shown the demo booking.',
            criteria: [{ kind: 'emailCollected' }, { kind: 'nodeReached', nodeId: 'qualified' }],
            instructions: 'Be brief and concrete; never press anyone.',
          },
          appearance: { title: 'Find what fits', greeting: 'Can I help you choose?', accentColor: '#4338ca' },
          timeouts: { chatMs: 15 * 60_000 },
        },
      },
    ],
  },
  {
    name: 'Appointment request',
    graph: appointmentRequest,
    note: 'English and German, with a summary that can be corrected',
    deployments: [
      {
        name: 'Practice website',
        settings: {
          status: 'active',
          rollout: { percentage: 25 },
          behavior: {
            goal: 'The visitor has asked for an appointment and agreed that their details are kept.',
            criteria: [
              { kind: 'nodeReached', nodeId: 'requested' },
              { kind: 'variable', filter: { attribute: 'var.consent', operator: 'equals', value: true } },
            ],
            instructions: 'Give no medical advice.',
            languages: ['en', 'de'],
          },
          appearance: {
            title: 'Appointments',
            greeting: 'Request an appointment, day or night.',
            accentColor: '#b45309',
            launcherPosition: 'bottom-left',
            theme: 'light',
          },
          timeouts: { chatMs: 60 * 60_000 },
        },
      },
    ],
  },
];
