import { useEffect, useState } from 'react'
import { csvText } from '../format/csv.ts'

type CsvDownloadProps = {
  readonly fileName: `${string}.csv`
  readonly header: readonly string[]
  /** Exactly what is shown. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly label?: string
}

/** Saves what is shown as a CSV file. The file is made on the page: nothing is sent anywhere. */
export function CsvDownload({ fileName, header, rows, label = 'Download these numbers (CSV)' }: CsvDownloadProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (address === null) return
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    return () => URL.revokeObjectURL(address)
  }, [address, fileName])
  const save = () => {
    // The byte order mark lets spreadsheets read it as UTF-8.
    const file = new Blob(['\uFEFF', csvText(header, rows)], { type: 'text/csv;charset=utf-8' })
    setAddress(URL.createObjectURL(file))
  }
  return (
    <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={save}>
      {label}
    </button>
  )
}
