// Package sqlite keeps a record in one SQLite file, without cgo.
//
// Open makes, migrates or refuses a database; the rest is store.Store. The
// file is in WAL mode: readers never wait, one writer writes at a time, and a
// process killed at any moment loses nothing that Add or Commit acknowledged.
// Facts come up to date with the articles that tell them; what goes across
// articles (ties, disagreements, days that follow) by Settle, which Add calls.
//
// The full-text index folds Arabic letters and takes attached particles off
// (store.Stems), so that «وزير» finds «للوزير».
package sqlite
