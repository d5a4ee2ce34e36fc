import { defineConfig } from 'vite';

/** The hosted page: `dist/visitor/index.html`, and hashed files that the server offers under `/visitor-assets/`. */
export default defineConfig({
  root: 'visitor',
  base: '/visitor-assets/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/visitor',
    emptyOutDir: true,
    // The page's content security policy allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
