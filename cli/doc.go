// Package cli is the command line, one file a command. It wires intake, read,
// record, store and minutes together and turns every error into one sentence
// on standard error.
//
// What a command prints into a pipe has no colours and no invisible marks; on
// a terminal Arabic is isolated from the Latin beside it. Exit status 1 says
// that something could not be done, though the rest was.
package cli
