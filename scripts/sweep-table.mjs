// Merges the JSON lines of a sweep into one Markdown table, a row for each configuration: mean and standard deviation
// over its seeds. sweep-table.mjs LINE.json...
import { readFileSync } from 'node:fs'

const runs = process.argv.slice(2).flatMap(file => readFileSync(file, 'utf8').trim().split('\n').map(line => {
  try {
    return JSON.parse(line)
  } catch (error) {
    console.error(`error: ${file}: found a line that is not JSON (${error.message}), expected what sweep-run.sh writes`)
    process.exit(1)
  }
}))
if (runs.length === 0) {
  console.error('error: found no runs, expected the .json files of a sweep as arguments')
  process.exit(1)
}

const percent = values => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  return `${(100 * mean).toFixed(2)}${values.length > 1 ? ` ± ${(100 * spread).toFixed(2)}` : ''}`
}

console.log('| configuration | cells | images × passes | seeds | likelihood % | highest average % | undecided % |')
console.log('|---|---|---|---|---|---|---|')
for (const config of new Set(runs.map(run => run.config))) {
  const of = runs.filter(run => run.config === config).sort((a, b) => a.seed - b.seed)
  console.log(`| ${config} | ${of[0].neurons} | ${of[0].learned} × ${of[0].passes} | ${of.map(run => run.seed).join(' ')} `
    + `| ${percent(of.map(run => run.accuracy))} | ${percent(of.map(run => run.accuracy_highest_average))} `
    + `| ${percent(of.map(run => run.undecided / run.images))} |`)
}
