// Package access decides who may do what with a record that is served:
// accounts and their roles, sessions, tokens of programs, and a log of what
// was done.
//
// A Guard stands before everything that is served. Without accounts there is
// one user, and only this machine is answered; with accounts everybody logs in.
// Behind it, FromContext tells who asks and CSRFToken what a form must bring.
// Which request needs which role is one table, Rules; a request that changes
// anything and stands in no line of it is refused.
//
// Accounts live in a file of their own beside the record, so that a copy or an
// export of the record carries no credentials. The package knows nothing of
// what a record holds and does not listen by itself.
package access
