import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/query-client.ts';
import { makeRouter } from './router.ts';
import { applyTheme } from './shell/theme.ts';
import { Toaster } from './shell/toaster.tsx';

applyTheme();
const queries = makeQueryClient({
  async onSignedOut() {
    await queries.invalidateQueries({ queryKey: ['workspace'], refetchType: 'none' });
    await router.invalidate();
  },
});
const router = makeRouter(queries);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toaster />
      </QueryClientProvider>
    </StrictMode>,
  );
}
