import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TokensAnswer } from '../../../../src/rooms/api/contract.ts'
import { addressOf } from '../../kit/api/address.ts'
import { Refused } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { texts } from './texts.ts'
import classes from './tokens.module.css'
import { useMake } from './tokens.ts'

const kinds = ['agent', 'me', 'display'] as const
type Kind = (typeof kinds)[number]
const rights = ['viewer', 'responder', 'manager', 'security', 'administrator'] as const

/** What a new token is made from; its secret is shown once. */
export function MakeForm({ may }: { may: TokensAnswer['may'] }) {
  const t = useWords(texts)
  const make = useMake()
  const offered = kinds.filter((kind) => (kind === 'me' ? may.own : may.administer))
  const [kind, choose] = useState<Kind>(offered[0] ?? 'me')
  const refused = make.error instanceof Refused ? make.error.problem : undefined
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const written = (name: string) => String(said.get(name) ?? '').trim()
    const expires = written('expires')
    make.mutate({
      name: written('name'),
      for: kind === 'me' ? 'me' : 'agent',
      ...(kind === 'display' ? { display: true } : { right: written('right') }),
      ...(written('service') ? { services: [written('service')] } : {}),
      ...(said.has('naming') ? { may_name_people: true } : {}),
      ...(expires ? { expires_at: new Date(`${expires}T23:59:59`).toISOString() } : {}),
    })
  }
  return (
    <>
      <form onSubmit={send} className={classes.form}>
        <TextInput
          name="name"
          label={t('name')}
          description={t('name.hint')}
          required
          maxLength={40}
          error={refused?.field === 'name' && refused.detail}
        />
        <NativeSelect
          label={t('kind')}
          value={kind}
          data={offered.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          onChange={({ currentTarget }) => choose(kinds.find((each) => each === currentTarget.value) ?? 'me')}
        />
        {kind !== 'display' && (
          <NativeSelect
            name="right"
            label={t('right')}
            defaultValue="responder"
            data={rights
              .filter((each) => may.administer || each !== 'administrator')
              .map((each) => ({ value: each, label: t(`right.${each}`) }))}
          />
        )}
        <NativeSelect
          name="service"
          label={t('service')}
          data={[{ value: '', label: t('services.all') }, ...may.services.map((key) => ({ value: key, label: key }))]}
        />
        <TextInput
          name="expires"
          type="date"
          label={t('expires.label')}
          error={refused?.field === 'expires_at' && refused.detail}
        />
        {kind === 'agent' && <Checkbox name="naming" label={t('naming.label')} />}
        <p role="alert" className={classes.refused}>
          {refused && !['name', 'expires_at'].includes(refused.field ?? '') && refused.detail}
        </p>
        <Button type="submit" loading={make.isPending}>
          {t('make')}
        </Button>
      </form>
      {make.data && (
        <Secret words={t(make.data.display ? 'link' : 'secret')} value={shownOf(make.data)} key={make.data.token} />
      )}
    </>
  )
}

const shownOf = ({ display, token }: { display: boolean; token: string }) =>
  display ? addressOf(`display/${token}`) : token

function Secret({ words, value }: { words: string; value: string }) {
  const t = useWords(texts)
  const [isCopied, copy] = useState(false)
  return (
    <div role="status" className={classes.secret}>
      <p>{words}</p>
      <code>{value}</code>
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          void navigator.clipboard
            ?.writeText(value)
            .then(() => copy(true))
            .catch(() => {})
        }
      >
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}
