import { AccessLogPage } from './access-log-page.tsx'
import { AccessReportPage } from './access-report-page.tsx'
import { exportAccessLog } from './export-access-log.ts'
import { findPatient } from './find-patient.ts'
import { loadAccessLog } from './load-access-log.ts'
import { loadAccessReport } from './load-access-report.ts'

/* What the addresses of the access log need once they are opened. */

export const accessLogScreen = { loader: loadAccessLog, action: findPatient, Component: AccessLogPage }
export const accessLogExport = { action: exportAccessLog }
export const accessReportScreen = { loader: loadAccessReport, Component: AccessReportPage }
