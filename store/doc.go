// Package store says how a record is kept: the Store interface that every
// adapter fulfils, and Pack, which makes an article and its reading ready to
// be kept (compressed, with its findings) outside of any transaction.
//
// Primary are only articles with their copies, readings per reader version,
// and people's decisions. Facts are derived from them and can be made again.
//
// The package opens no file and no connection: adapters do (store/sqlite).
// It decides nothing about facts: record does.
package store
