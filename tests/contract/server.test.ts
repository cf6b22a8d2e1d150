import { describeContract } from './request-suite.ts'
import { openServerApi } from './server-api.ts'

describeContract('the server', openServerApi)
