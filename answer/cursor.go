package answer

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"

	"mahdar/store"
)

// Bounds of what a cursor may hold.
const (
	mostMark   = 100
	mostCursor = 200
	checkSize  = 4
)

// cursorOf writes a place in the answer to a question, as the store marks it
// (Fact.At, the id of an article), as letters of an address. It holds a check of
// the question, so that it cannot be put to another one; "" stays "".
func cursorOf(mark, question string) string {
	if mark == "" {
		return ""
	}
	b := binary.BigEndian.AppendUint32(nil, check(question))
	return base64.RawURLEncoding.EncodeToString(append(b, mark...))
}

// markOf reads a cursor that was given for the same question; "" is the
// beginning.
func markOf(cursor, question string) (string, error) {
	if cursor == "" {
		return "", nil
	}
	if len(cursor) > mostCursor {
		return "", errCursor()
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) <= checkSize || len(b) > checkSize+mostMark {
		return "", errCursor()
	}
	if binary.BigEndian.Uint32(b) != check(question) {
		return "", wrong("cursor", "cursor: it belongs to another question; ask the next part with the same filters, or leave the cursor out to begin anew")
	}
	return string(b[checkSize:]), nil
}

func errCursor() error {
	return wrong("cursor", "cursor: this is none; take it as it stands in next, or leave it out to begin anew")
}

// atPlace words the errors of a question that goes on from a mark.
func atPlace(err error, mark string) error {
	if mark != "" && (errors.Is(err, store.ErrCursor) || errors.Is(err, store.ErrUnknown)) {
		return errCursor()
	}
	return err
}

func check(question string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(question))
	return h.Sum32()
}

// question is what a cursor belongs to: the list and its filters.
func question(parts ...any) string {
	var b strings.Builder
	for _, p := range parts {
		s := fmt.Sprint(p)
		fmt.Fprintf(&b, "%d:%s", len(s), s)
	}
	return b.String()
}
