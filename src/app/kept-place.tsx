import { useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * Going back, the router scrolls as soon as the page is drawn; a page whose list comes later is then still too short. Once
 * it is long enough it is scrolled to where it was left, unless the reader has begun to do something on it by then.
 */
export function KeptPlace() {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const places = useRef(new Map<string, number>())
  // Before the page that was left can shrink and be scrolled by that, which would be noted as its place.
  useLayoutEffect(() => {
    const place = isBack ? (places.current.get(key) ?? 0) : 0
    const note = () => places.current.set(key, window.scrollY)
    window.addEventListener('scroll', note, { passive: true })
    const giveUp = place > window.scrollY ? scrollOnceLongEnough(place) : null
    return () => {
      window.removeEventListener('scroll', note)
      giveUp?.()
    }
  }, [key, isBack])
  return null
}

function scrollOnceLongEnough(place: number): () => void {
  const waiting = new AbortController()
  const { signal } = waiting
  const giveUp = () => waiting.abort()
  const growth = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - window.innerHeight < place) return
    window.scrollTo(0, place)
    giveUp()
  })
  growth.observe(document.body)
  signal.addEventListener('abort', () => growth.disconnect())
  for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) window.addEventListener(act, giveUp, { signal })
  return giveUp
}
