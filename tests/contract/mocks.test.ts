import { openMockApi } from './mock-api.ts'
import { describeContract } from './request-suite.ts'

describeContract('the mocks', openMockApi, { isMock: true })
