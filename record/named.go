package record

// ActorID is the id under which an actor is kept: by the id that a reading
// gives it, else by its name.
func ActorID(id, name string) ID {
	switch n := plain(name); {
	case id != "":
		return makeID(Actors, id)
	case n != "":
		return makeID(Actors, "~"+n)
	}
	return ID{}
}
