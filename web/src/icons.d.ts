/** Icons are imported one by one: their index would make the build read six thousand files. The package types only that index. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react'

  const icon: Icon
  export default icon
}
