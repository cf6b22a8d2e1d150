import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a navigation to another page, focus goes to its heading; filters and pages of the same list leave it. */
export function useHeadingFocus() {
  const { pathname } = useLocation()
  const shownPathname = useRef(pathname)
  useEffect(() => {
    if (shownPathname.current === pathname) return
    shownPathname.current = pathname
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [pathname])
}
