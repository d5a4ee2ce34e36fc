import {
  BrainCircuit,
  CornerUpRight,
  Flag,
  Globe,
  Headset,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  MessageSquareText,
  MousePointerClick,
  Percent,
  Play,
  Split,
  UserRound,
  Variable,
  Workflow,
} from 'lucide-react';
import type { NodeType } from '../../../../core/flow/graph.ts';
import type { NodeGroup } from '../graph/node-catalogue.ts';

export const nodeIcons: Readonly<Record<NodeType, LucideIcon>> = {
  start: Play,
  message: MessageSquareText,
  ask: MessageCircleQuestion,
  condition: Split,
  set: Variable,
  http: Globe,
  twin: UserRound,
  classify: BrainCircuit,
  jump: CornerUpRight,
  subflow: Workflow,
  split: Percent,
  collectEmail: Mail,
  callToAction: MousePointerClick,
  handoff: Headset,
  end: Flag,
};

/** The colours of a node's icon, by what such nodes are for. */
export const groupColours: Readonly<Record<NodeGroup, string>> = {
  Say: 'bg-accent-soft text-accent-text',
  Ask: 'bg-info-soft text-info',
  Decide: 'bg-warn-soft text-warn',
  Do: 'bg-sunken text-soft',
  End: 'bg-good-soft text-good',
};
