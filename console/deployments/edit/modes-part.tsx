import { AudioLines, MessageSquare, Video } from 'lucide-react';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Badge } from '../../ui/badge.tsx';
import { PartHeading } from '../../ui/part-heading.tsx';

const modes = [
  {
    mode: 'chat',
    label: 'Chat',
    description: 'In writing, with buttons and forms where the flow asks.',
    icon: MessageSquare,
  },
  { mode: 'audio', label: 'Audio', description: 'A call.', icon: AudioLines },
  { mode: 'video', label: 'Video', description: 'A call with an avatar.', icon: Video },
] as const;

/** How the parties talk. Only chat works today. */
export function ModesPart({ deployment }: { deployment: DeploymentReply }) {
  return (
    <div className="grid gap-4">
      <PartHeading title="Modes">How visitors talk here.</PartHeading>
      <ul className="grid divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
        {modes.map(({ mode, label, description, icon: Icon }) => (
          <li key={mode} className="flex items-center gap-3.5 px-4 py-3.5">
            <Icon aria-hidden className="size-5 shrink-0 text-soft" />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{label}</span>
              <span className="block text-[0.8125rem] text-soft">{description}</span>
            </span>
            {mode === 'chat' ? (
              <Badge tone={deployment.modes.includes('chat') ? 'good' : 'plain'}>
                {deployment.modes.includes('chat') ? 'On' : 'Off'}
              </Badge>
            ) : (
              <Badge>Not available yet</Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
