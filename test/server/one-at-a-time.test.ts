import { expect, test } from 'vitest'
import { oneAtATime } from '../../src/server/one-at-a-time.ts'

test('calls during a run are one more run after it', async () => {
  let atOnce = 0
  let most = 0
  let runs = 0
  const task = oneAtATime(async () => {
    atOnce += 1
    runs += 1
    most = Math.max(most, atOnce)
    await Promise.resolve()
    atOnce -= 1
  })
  task.run()
  task.run()
  task.run()
  await task.settled()
  expect({ most, runs }).toEqual({ most: 1, runs: 2 })

  task.run()
  await task.settled()
  expect(runs).toBe(3)
})

test('a run begins after every call, so it sees what the call wants seen', async () => {
  let value = 0
  const seen: number[] = []
  const task = oneAtATime(async () => {
    seen.push(value)
    await Promise.resolve()
  })
  task.run()
  value = 1
  task.run()
  await task.settled()
  expect(seen).toEqual([0, 1])
})
