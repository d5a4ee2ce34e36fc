import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The owners' console: `dist/console/index.html`, and hashed files that the server offers under `/console-assets/`. */
export default defineConfig({
  root: 'console',
  base: '/console-assets/',
  publicDir: false,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/console',
    assetsDir: '',
    emptyOutDir: true,
    // The page's content security policy allows no data: addresses for scripts.
    assetsInlineLimit: 0,
    // The browsers named below preload modules by themselves.
    modulePreload: { polyfill: false },
    // Both themes are one list of colours by light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  // `npx vite -c vite.console.config.ts` serves the sources, with a running Parley behind them.
  server: { proxy: { '/api': process.env.PARLEY_PUBLIC_URL ?? 'http://127.0.0.1:3000' } },
});
