import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const program = resolve('dist/bin/dossier.js')
const leads = '- leads: imu\n'

function copyOfGraphData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-neovim-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
  return folder
}

function textsIn(folder: string): Record<string, string> {
  const data = join(folder, 'graph-data')
  const paths = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(data, path), 'utf8')]),
  )
}

test('Neovim shows what is wrong, mends it, jumps, renames and formats', () => {
  const folder = copyOfGraphData()
  const damaged = join(folder, 'graph-data/people/makhdum-nusrat.yaml')
  const sound = readFileSync(damaged, 'utf8')
  expect(sound).toContain(leads)
  writeFileSync(damaged, sound.replace(leads, '- leads: imuu\n'))
  const report = join(folder, 'report.json')
  execFileSync(
    'nvim',
    [
      '--headless',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-n',
      '-S',
      resolve('test/peers/neovim/session.lua'),
    ],
    {
      stdio: 'ignore',
      timeout: 240_000,
      env: {
        ...process.env,
        DOSSIER_COMMAND: [process.execPath, program, 'lsp'].join('\n'),
        DOSSIER_FOLDER: folder,
        DOSSIER_REPORT: report,
      },
    },
  )
  const told = JSON.parse(readFileSync(report, 'utf8'))
  const before = sound.slice(0, sound.indexOf(leads)).split('\n')
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + '- leads: '.length + 1]
  expect(told).toEqual({
    problems: [
      {
        place: [line, column, column + 'imuu'.length],
        severity: 1,
        source: 'dossier',
        code: 'broken-reference',
        message: 'There is no entity "imuu". Did you mean "imu"?',
      },
    ],
    action: 'Write "imu"',
    hover: expect.stringContaining('**Islamic Movement of Uzbekistan**'),
    jumped: ['imu.yaml', 1],
    formatted: ['type: person', 'name: مخدوم', 'aliases: [👩‍🚀, b]'],
  })
  const renamed = copyOfGraphData()
  execFileSync(process.execPath, [program, 'rename', 'imu', 'imu-2'], {
    cwd: renamed,
    stdio: 'pipe',
  })
  expect(textsIn(folder)).toEqual(textsIn(renamed))
})
