import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Nothing is here">
      <EmptyState
        icon={Compass}
        title="There is no such page"
        action={
          <Button asChild look="main">
            <Link to="/">Go to the start</Link>
          </Button>
        }
      >
        It may have been deleted, or the address is not complete.
      </EmptyState>
    </Page>
  );
}
