import type { LightMyRequestResponse } from 'fastify'
import type { Send } from './build-app.ts'

/** A browser as far as signing in needs one: it keeps cookies of both sides and follows the provider's redirects. */
export class ProviderBrowser {
  readonly #send: Send
  readonly #publicOrigin: string
  readonly ours = new Map<string, string>()
  readonly #theirs = new Map<string, string>()

  constructor(send: Send, publicOrigin: string) {
    this.#send = send
    this.#publicOrigin = publicOrigin
  }

  /** Asks this service. */
  send: Send = async (request) => {
    const answer = await this.#send({ ...request, cookies: { ...Object.fromEntries(this.ours), ...request.cookies } })
    for (const { name, value } of answer.cookies) {
      if (value === '') this.ours.delete(name)
      else this.ours.set(name, value)
    }
    return answer
  }

  open(url: string): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url })
  }

  /** From the start here to the address with which the provider sends the browser back. */
  async comeBack(person: string, start = '/sso/start'): Promise<string> {
    const begun = await this.open(start)
    const address = String(begun.headers.location)
    if (begun.statusCode !== 303 || !address.startsWith('http')) throw new Error(`Not sent to the provider: ${address}`)
    return this.followAtProvider(address, person)
  }

  /** The whole way. */
  async signIn(person: string, start = '/sso/start'): Promise<LightMyRequestResponse> {
    return this.open(await this.comeBack(person, start))
  }

  /** Follows the provider's redirects, and signs in there where it asks, until it leads back here. */
  async followAtProvider(address: string, person: string): Promise<string> {
    let next = address
    for (let step = 0; step < 12; step += 1) {
      if (next.startsWith(this.#publicOrigin)) return next.slice(this.#publicOrigin.length)
      const answer = await this.#ask(next)
      const location = answer.headers.get('location')
      if (location === null) {
        const form = new URLSearchParams({ prompt: 'login', login: person, password: 'any' })
        const sent = await this.#ask(next, form)
        next = new URL(sent.headers.get('location') ?? failed(await sent.text()), next).href
      } else next = new URL(location, next).href
    }
    throw new Error('The provider never led back.')
  }

  async #ask(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#theirs].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1) === '') this.#theirs.delete(pair.slice(0, at))
      else this.#theirs.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
}

function failed(text: string): never {
  throw new Error(`The provider answered: ${text.slice(0, 500)}`)
}
