import { Link, Outlet } from '@tanstack/react-router'
import { useWords } from '../kit/words/words.ts'
import { Cut } from './Cut.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import classes from './shell.module.css'
import { texts } from './texts.ts'
import { Zone } from './Zone.tsx'

/** What stands around every page. */
export function Shell() {
  const t = useWords(texts)
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className={classes.bar}>
        <span className={classes.brand}>sssbot</span>
        <nav aria-label={t('pages')} className={classes.pages}>
          <Link to="/" activeOptions={{ exact: true }}>
            {t('now')}
          </Link>
          <Link to="/incidents">{t('incidents')}</Link>
          <Link to="/search">{t('search')}</Link>
        </nav>
        <Zone />
        <PersonMenu />
      </header>
      <Cut />
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </>
  )
}
