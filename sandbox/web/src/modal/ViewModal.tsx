import { ActionIcon, Alert, Button, CloseButton, Group, Modal } from '@mantine/core'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { type FormEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { View } from '../../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { useAsked } from '../blocks/confirm.ts'
import { type BlockHost, BlockHostProvider } from '../blocks/host.ts'
import { askApp } from '../blocks/suggest.ts'
import { sayError, useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { PlainText } from '../text/PlainText.tsx'
import styles from './modal.module.css'
import { useViewForm } from './useViewForm.ts'

const INPUTS = 'input:not([type=hidden]), textarea'

/** The dialog that the app has opened for the acted person, if any. */
export function ViewModal() {
  const words = useWords()
  const me = usePersonId()
  const view = useWorkspace((workspace) => (me ? workspace.views.get(me) : undefined))
  const asking = useAsked() !== undefined
  // Back and Escape close the top view; the cross closes them all, as in Slack.
  const close = async (all: boolean) => {
    if (view) await act({ do: 'close', view_id: view.id, all })
  }
  return (
    <Modal.Root
      opened={view !== undefined}
      onClose={() => void close(false)}
      closeOnEscape={!asking}
      closeOnClickOutside={false}
      size={560}
      transitionProps={{ duration: 0 }}
      zIndex={300}
      centered
      classNames={{ content: styles.dialog ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content
        data-view-id={view?.id}
        data-callback-id={view?.callback_id}
        onClick={(event) => {
          // A link to a place in the workspace leads away from the dialog, which would hide it.
          if (event.target instanceof Element && event.target.closest('a[href^="/"]')) void close(true)
        }}
      >
        <Modal.Header className={styles.head}>
          {view && view.depth > 1 && (
            <ActionIcon variant="subtle" color="gray" onClick={() => void close(false)} aria-label={words.view.back}>
              <IconArrowLeft size={19} />
            </ActionIcon>
          )}
          <Modal.Title className={styles.title}>
            <PlainText text={textOf(view?.title) ?? ''} />
          </Modal.Title>
          <CloseButton size="md" onClick={() => void close(true)} aria-label={words.view.close} />
        </Modal.Header>
        {view && <ViewForm key={view.id} view={view} onClose={() => void close(false)} />}
      </Modal.Content>
    </Modal.Root>
  )
}

function ViewForm({ view, onClose }: { view: View; onClose(): void }) {
  const words = useWords()
  const form = useViewForm(view)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const body = useRef<HTMLDivElement>(null)
  const host = useMemo<BlockHost>(
    () => ({
      form,
      click: async (place, value) => {
        const where = { view_id: view.id, action_id: place.actionId, block_id: place.blockId }
        await act({ do: 'click', ...where, value: value ?? undefined, values: form.toSend() })
      },
      suggest: (place, query) =>
        askApp({ view_id: view.id, action_id: place.actionId, block_id: place.blockId, value: query }),
    }),
    [form, view.id],
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    const answer = await act({ do: 'submit', view_id: view.id, values: form.toSend() }, true)
    setBusy(false)
    const errors = answer.ok ? (answer.ack?.errors ?? {}) : (answer.errors ?? {})
    form.showErrors(errors)
    const first = Object.keys(errors)[0]
    if (first) focusBlock(body.current, first)
    else if (!answer.ok) setFailure(sayError(words, answer.error))
  }
  // The first input takes the focus (else the last button), unless the app named one; the trap of the dialog looks for this mark
  // when it opens, and does not look again for a view that is pushed later. An update that takes the focused element away
  // begins anew.
  const { hash } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: each update is looked at
  useLayoutEffect(() => {
    const form = body.current?.parentElement
    if (!form || form.contains(document.activeElement)) return
    const named = body.current?.querySelector<HTMLElement>('[data-autofocus]')
    const first = body.current?.querySelector<HTMLElement>(INPUTS)
    const target = named ?? first ?? [...form.querySelectorAll<HTMLElement>('button')].at(-1)
    if (!target) return
    target.setAttribute('data-autofocus', '')
    const frame = requestAnimationFrame(() => target.focus())
    return () => cancelAnimationFrame(frame)
  }, [hash])
  const submitText = textOf(view.submit)
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      <div className={styles.body} ref={body}>
        {failure && (
          <Alert color="red" variant="light" mb="sm" role="alert">
            {failure}
          </Alert>
        )}
        <BlockHostProvider value={host}>
          <Blocks blocks={view.blocks} />
        </BlockHostProvider>
      </div>
      <Group className={styles.foot} justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          <PlainText text={textOf(view.close) ?? (view.depth > 1 ? words.view.back : words.view.cancel)} />
        </Button>
        {submitText !== undefined && (
          <Button type="submit" loading={busy}>
            <PlainText text={submitText} />
          </Button>
        )}
      </Group>
    </form>
  )
}

/** Brings the first input with an error into view and the focus to it. */
function focusBlock(body: HTMLElement | null, blockId: string): void {
  requestAnimationFrame(() => {
    const block = body?.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)
    block?.scrollIntoView({ block: 'nearest' })
    block?.querySelector<HTMLElement>(INPUTS)?.focus()
  })
}

function textOf(text: unknown): string | undefined {
  if (typeof text !== 'object' || text === null || !('text' in text)) return undefined
  return String(text.text)
}
