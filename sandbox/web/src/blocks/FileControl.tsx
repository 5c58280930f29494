import { FileInput } from '@mantine/core'
import { useState } from 'react'
import type { ControlProps } from './FieldControl.tsx'
import type { FileInputElement } from './types.ts'

/** A file as a text that the server takes: its bytes, and its name beside them. */
async function addressOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `data:;name=${encodeURIComponent(file.name)};base64,${btoa(binary)}`
}

/** Files from this machine. */
export function FileControl({ element, ...props }: ControlProps<FileInputElement>) {
  const [chosen, setChosen] = useState<File[]>([])
  const types = element.filetypes?.map((type) => `.${type}`).join(',')
  return (
    <FileInput
      multiple
      clearable
      value={chosen}
      label={props.label}
      description={props.hint}
      error={props.error}
      disabled={props.busy ?? false}
      data-action-id={element.action_id}
      {...(types && { accept: types })}
      {...(!props.label && { 'aria-label': element.action_id })}
      onChange={(files) => {
        setChosen(files)
        void Promise.all(files.map(addressOf)).then(props.onChange)
      }}
    />
  )
}
