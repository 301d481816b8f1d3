// Loaded into a server that is watched: whoever started it asks, and is told what is left after a garbage collection.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) tell()

function tell() {
  process.on('message', () => {
    globalThis.gc()
    // Buffers go once those that held them have gone.
    setImmediate(() => {
      globalThis.gc()
      process.send(process.memoryUsage())
    })
  })
  // Who watches may be killed; the server then is nobody's.
  process.on('disconnect', () => process.exit(1))
  // It ends when it would end without this.
  process.channel.unref()
}
