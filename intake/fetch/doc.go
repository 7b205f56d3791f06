// Package fetch is the network side of intake: a client that cannot be led to
// machines of the inside and whose answers are bounded in size, time and
// growth, and a watcher that reads feeds over time politely.
//
// It fetches what it is asked for and what feeds link to; it does not crawl. It
// executes nothing, keeps no cookies, sends no referrer, and uses no proxy of
// the environment, since a proxy would look up names where they cannot be
// checked. What a page holds is for package intake to read.
package fetch
