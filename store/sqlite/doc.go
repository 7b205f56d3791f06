// Package sqlite keeps a record in one SQLite file, without cgo.
//
// Open makes, migrates or refuses a database; the rest is store.Store. The
// file is in WAL mode: readers never wait, one writer writes at a time, and a
// process killed at any moment loses nothing that Add has acknowledged. Facts
// are brought up to date in the transaction that adds their articles.
//
// The full-text index folds Arabic letters and takes attached particles off
// (tokenizer.go), so that «وزير» finds «للوزير».
package sqlite
