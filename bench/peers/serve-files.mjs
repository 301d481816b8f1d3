// Serves a folder as sirv or @fastify/static does, on a free port, which it prints.
// Usage: serve-files.mjs sirv|fastify modules-folder folder
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [kind, modules, folder] = process.argv.slice(2)
const load = createRequire(resolve(modules, 'package.json'))
const servers = {
  sirv: () => {
    const files = load('sirv')(folder, { etag: true })
    return new Promise((listening) => {
      const server = createServer((request, response) => files(request, response))
      server.listen(0, '127.0.0.1', () => listening(server.address().port))
    })
  },
  fastify: async () => {
    const server = load('fastify')()
    server.register(load('@fastify/static'), { root: resolve(folder) })
    return new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port
  },
}
console.log(`http://127.0.0.1:${await servers[kind]()}/`)
