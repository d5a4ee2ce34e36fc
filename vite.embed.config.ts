import { defineConfig } from 'vite';

/** The loader for other people's pages: one file without imports, `dist/embed/embed.js`. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    lib: { entry: 'embed/main.ts', formats: ['iife'], name: 'parleyEmbed', fileName: () => 'embed.js' },
  },
});
