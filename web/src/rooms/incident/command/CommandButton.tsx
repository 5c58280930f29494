import { Button, type ButtonProps } from '@mantine/core'
import { usePress } from './commander.ts'
import type { Asked } from './use-command.ts'

/** A button that does a command; for whoever may only look there is none. `about` says to a screen reader which of several it is for. */
export function CommandButton({ asked, about, ...look }: ButtonProps & { asked: Asked; about?: string }) {
  const press = usePress()
  if (!press) return null
  return (
    <Button
      variant="default"
      size="xs"
      fz="0.8125rem"
      px="0.625rem"
      {...look}
      aria-label={about ? `${asked.label}: ${about}` : undefined}
      onClick={() => press(asked)}
    >
      {asked.label}
    </Button>
  )
}
