import { readConfig } from './config.ts'
import { startService } from './start/start-service.ts'

try {
  const config = readConfig(process.env)
  const service = await startService(config, (line) => process.stdout.write(`${line}\n`))
  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    process.stdout.write('Finishing requests and closing.\n')
    await service.close()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
