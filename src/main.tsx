import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createRouter } from './app/router.tsx'
import { DemonstrationSignIn } from './ui/demonstration-sign-in.ts'
import './styles/main.scss'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root" to draw the page in.')

const accounts = import.meta.env.MODE === 'mock' ? await (await import('../mocks/browser.ts')).startMocks() : null

createRoot(container).render(
  <StrictMode>
    <DemonstrationSignIn value={accounts}>
      <RouterProvider router={createRouter()} />
    </DemonstrationSignIn>
  </StrictMode>,
)
