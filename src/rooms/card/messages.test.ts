import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { topicText } from './messages.ts'

const { underWay } = situations

describe('the topic of an incident channel', () => {
  it('mentions nobody, whatever was typed', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(fc.tuple(words, words), ([head, tail]) => {
        const incident = { ...underWay.incident, summary: `${head}<!channel><@U0SATO>${tail}` }
        const topic = topicText({ ...underWay, incident }, voices.ja)
        expect(topic).not.toMatch(/<[!@#]/)
        expect(topic.length).toBeLessThanOrEqual(limits.topic)
      }),
    )
  })
})
