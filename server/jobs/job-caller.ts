/** Background work: nobody asked for it, and it sees everything. */
export const jobCaller = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
