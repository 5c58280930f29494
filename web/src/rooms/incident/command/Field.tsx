import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { FieldAnswer } from '../../../../../src/rooms/api/contract.ts'
import { isElsewhere, zoneWords } from '../../../kit/time/zone.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { PersonField } from './PersonField.tsx'
import { texts } from './texts.ts'
import { localOf } from './values.ts'

/** Options that are all seen at once: of more it is a menu. */
const mostSeen = 3

/** One field of a form. What is written belongs to the browser until it is sent: an input method composes it. */
export function Field({
  field,
  now,
  error,
}: {
  field: FieldAnswer
  now: string | undefined
  error: string | undefined
}) {
  const t = useWords(texts)
  const locale = useLocale()
  const { id, is, label, hint, optional, longest, options, initial } = field
  const at = Date.now()
  const zone = is === 'moment' && isElsewhere(at) ? t('zone', { zone: zoneWords(at, locale) }) : null
  const description = [hint, zone, now === undefined ? null : t('now', { words: now || t('now.empty') })]
    .filter((each) => each !== null)
    .join(' ')
  const shared = {
    name: id,
    label,
    description: description || undefined,
    error,
    required: !optional,
    'data-changed': now === undefined ? undefined : true,
  }
  const written = typeof initial === 'string' ? initial : ''
  switch (is) {
    case 'words':
      return <Textarea {...shared} autosize minRows={2} maxLength={longest ?? undefined} defaultValue={written} />
    case 'line':
      return <TextInput {...shared} maxLength={longest ?? undefined} defaultValue={written} />
    case 'day':
      return <TextInput {...shared} type="date" defaultValue={written} />
    case 'moment':
      return (
        <TextInput
          {...shared}
          type="datetime-local"
          defaultValue={typeof initial === 'number' ? localOf(initial) : ''}
        />
      )
    case 'person':
    case 'people':
      return <PersonField {...shared} several={is === 'people'} initial={[initial ?? []].flat().map(String)} />
    case 'some': {
      const chosen = Array.isArray(initial) ? initial : []
      return (
        <Checkbox.Group label={label} description={description || undefined} error={error} defaultValue={chosen}>
          {options.map(({ value, text, note }) => (
            <Checkbox key={value} name={id} value={value} label={text} description={note} mt="xs" />
          ))}
        </Checkbox.Group>
      )
    }
    case 'one':
      if (options.length <= mostSeen && optional === false && options.some(({ note }) => note))
        return (
          <Radio.Group {...shared} defaultValue={written}>
            {options.map(({ value, text, note }) => (
              <Radio key={value} value={value} label={text} description={note} mt="xs" />
            ))}
          </Radio.Group>
        )
      return (
        <NativeSelect
          {...shared}
          defaultValue={written}
          data={[
            ...(optional || !written ? [{ value: '', label: '—' }] : []),
            ...options.map(({ value, text, note }) => ({ value, label: note ? `${text} – ${note}` : text })),
          ]}
        />
      )
  }
}
