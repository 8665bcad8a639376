// npm run dev: the client with live reload on PORT, the server restarted on every change behind it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, requireNode, root } from './installation.mjs'

requireNode()
process.chdir(root)
await ensureInstalled((sentence) => process.stdout.write(`${sentence}\n`))

const port = Number(process.env.PORT ?? 3000)
const serverPort = port + 1
const target = `http://127.0.0.1:${serverPort}`

const server = spawn(
  process.execPath,
  [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(serverPort),
      HOST: '127.0.0.1',
      // People open the client's address; links and the set-up link name it.
      WERKRAUM_PUBLIC_URL: process.env.WERKRAUM_PUBLIC_URL ?? `http://localhost:${port}`,
    },
  },
)

process.once('exit', () => server.kill())

// The proxy in vite.config.ts goes by the same variable.
process.env.PORT = String(serverPort)
const { createServer } = await import('vite')
const client = await createServer({
  // Its imports end in ?url, which the optimizer takes for file names.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: {
    port,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/sync', '/drafts', '/health', '/metrics'].map((path) => [
        path,
        throughProxy(path === '/sync' || path === '/drafts'),
      ]),
    ),
  },
})
await client.listen()
client.printUrls()

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void leave(signal))
server.once('exit', (code) => void client.close().then(() => process.exit(code ?? 0)))

/** Host and origin both become the server's own, because it compares them. */
function throughProxy(ws) {
  return { target, ws, changeOrigin: true, headers: { origin: target } }
}

async function leave(signal) {
  server.kill(signal)
  await client.close()
}
