// Package storetest is the conformance suite that every adapter of
// store.Store passes, and the invented articles that it uses.
package storetest
