import { Code, ExternalLink, Link2, MessageSquare } from 'lucide-react';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { DropdownMenu, MenuItem, MenuSeparator } from '../../ui/dropdown-menu.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** The addresses at which visitors meet a deployment, to copy or open. */
export function LinkMenu({ deployment: { name, links } }: { deployment: DeploymentReply }) {
  const copy = (text: string, what: string) => void copyText(text).then(() => notifyDone(`${what} copied`));
  const button = (
    <Button look="quiet" size="icon" aria-label={`Links of ${name}`}>
      <Link2 aria-hidden />
    </Button>
  );
  return (
    <DropdownMenu button={button}>
      <MenuItem onSelect={() => copy(links.page, 'Link')}>
        <Link2 aria-hidden />
        Copy link
      </MenuItem>
      <MenuItem onSelect={() => copy(links.chat, 'Link')}>
        <MessageSquare aria-hidden />
        Copy link straight to the chat
      </MenuItem>
      <MenuItem onSelect={() => copy(links.embed, 'Snippet')}>
        <Code aria-hidden />
        Copy snippet to embed
      </MenuItem>
      <MenuSeparator />
      <MenuItem asChild>
        <a href={links.page} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden />
          Open as a visitor
        </a>
      </MenuItem>
    </DropdownMenu>
  );
}
