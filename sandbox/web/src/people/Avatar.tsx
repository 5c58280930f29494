import IconRobot from '@tabler/icons-react/dist/esm/icons/IconRobot.mjs'
import { memo } from 'react'
import type { User } from '../../../protocol.ts'
import { colourOf, initialsOf } from './face.ts'
import styles from './people.module.css'

/** A made-up face: initials on a colour of the person's own. Names stand beside it, so readers of screens skip it. */
export const Avatar = memo(function Avatar({ user, size }: { user: User | undefined; size: number }) {
  const style = {
    width: size,
    height: size,
    background: colourOf(user?.id ?? ''),
    fontSize: size * 0.42,
    borderRadius: size * 0.26,
  }
  return (
    <span className={styles.avatar} style={style} aria-hidden>
      {user?.is_bot ? <IconRobot size={size * 0.66} stroke={1.8} /> : initialsOf(user?.real_name ?? '?')}
    </span>
  )
})
