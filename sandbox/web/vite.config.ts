import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `vite build sandbox/web` writes dist/, which the sandbox's server serves; `vite sandbox/web` serves it live beside a running sandbox. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', reportCompressedSize: false },
  server: { host: '127.0.0.1', proxy: { '/_sandbox': `http://127.0.0.1:${process.env.SANDBOX_PORT ?? 4000}` } },
})
