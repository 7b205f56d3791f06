// Package store says how a record is kept: the Store interface that every
// adapter fulfils, and Pack, which makes an article and its reading ready to
// be kept (compressed, with its findings) outside of any transaction.
//
// Primary are only articles with their copies, readings per reader version,
// and people's decisions. Facts are derived from them and can be made again.
//
// Lists are asked for in parts: Query.Limit says how much, Fact.At where a fact
// stands, Query.After and Query.Back what comes after it or before it. A fact's
// place follows from what it shows, not from when it came in, so that going on
// from a place loses and doubles nothing while articles are added.
//
// The package opens no file and no connection: adapters do (store/sqlite).
// It decides nothing about facts: record does.
package store
