import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createRouter } from './app/router.tsx'
import './styles/main.scss'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root" to draw the page in.')

if (import.meta.env.MODE === 'mock') {
  const { startMocks } = await import('../mocks/browser.ts')
  await startMocks()
}

createRoot(container).render(
  <StrictMode>
    <RouterProvider router={createRouter()} />
  </StrictMode>,
)
