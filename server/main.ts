import { readConfig } from './config.ts'
import { startService } from './start/start-service.ts'

try {
  const config = readConfig(process.env)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const service = await startService(config, say)
  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    say('Finishing requests and closing.')
    await service.close()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  // Whoever reads that it can be stopped may stop it at once.
  for (const line of service.welcome) say(line)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
