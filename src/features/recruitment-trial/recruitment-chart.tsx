import {
  CartesianGrid,
  ComposedChart,
  createHorizontalChart,
  Legend,
  Line,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { expectedInTable } from '#domain/recruitment/recruitment-sentence.ts'
import { countText } from '../../format/counts.ts'
import { notKnown } from '../../format/not-known.ts'
import type { ChartMonth } from './chart-months.ts'

const Chart = createHorizontalChart<ChartMonth, string, number | null>()({
  ComposedChart,
  Line,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
})

type RecruitmentChartProps = { readonly months: readonly ChartMonth[]; readonly label: string }

/** What is planned is a fraction on the line and a whole number in words. */
function wholeNumber(value: unknown): string {
  return typeof value === 'number' ? countText(expectedInTable(value)) : notKnown
}

const actual = '#005eb8'
const plan = '#212b32'
const fault = '#d5281b'

/** Recruited so far against the agreed target. Lines differ by dashes and marks, not by colour alone. */
export function RecruitmentChart({ months, label }: RecruitmentChartProps) {
  return (
    <Chart.ComposedChart
      responsive
      style={{ width: '100%', height: '100%' }}
      data={[...months]}
      margin={{ top: 8, right: 16, bottom: 8, left: 0 }}
      // The table beside it says the same in text; as a picture it has one name and no tab stop.
      accessibilityLayer={false}
      role="img"
      title={label}
    >
      <CartesianGrid vertical={false} stroke="#d8dde0" />
      <Chart.XAxis dataKey="name" minTickGap={24} tick={{ fontSize: 14 }} />
      <Chart.YAxis width="auto" allowDecimals={false} tick={{ fontSize: 14 }} />
      <Chart.Tooltip isAnimationActive={false} formatter={wholeNumber} />
      <Legend verticalAlign="top" itemSorter={null} />
      <Chart.Line
        dataKey="planned"
        name="Planned by month end"
        stroke={plan}
        strokeWidth={2}
        strokeDasharray="10 6"
        dot={false}
        isAnimationActive={false}
        legendType="plainline"
      />
      <Chart.Line
        dataKey="complete"
        name="Recruited so far"
        stroke={actual}
        strokeWidth={3}
        dot={{ r: 3, fill: actual }}
        isAnimationActive={false}
        legendType="line"
      />
      {months.some(({ incomplete }) => incomplete !== null) ? (
        <Chart.Line
          dataKey="incomplete"
          name="Recruited so far, returns missing"
          stroke={actual}
          strokeWidth={3}
          strokeDasharray="2 5"
          dot={false}
          isAnimationActive={false}
          legendType="plainline"
        />
      ) : null}
      {months.some(({ missing }) => missing !== null) ? (
        <Chart.Scatter
          dataKey="missing"
          name="Month with a return missing"
          fill={fault}
          shape="cross"
          isAnimationActive={false}
          legendType="cross"
        />
      ) : null}
    </Chart.ComposedChart>
  )
}
