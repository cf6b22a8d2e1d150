/** The kind of job that screens the caseload against one trial. */
export const rescreenTrialJob = 'rescreen-trial'
