"""What a plan is called, for whom it is, when it starts, and which form is asked; its id."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from readiness.app.operations.effect import Effect, done, refused
from readiness.app.session import Session
from readiness.describe.checklist_form import switched_told
from readiness.domain.checklist.template import SHORT, Form
from readiness.domain.kinds.text import tidied
from readiness.domain.plan.act import Act
from readiness.domain.plan.particulars import LABELS
from readiness.i18n.words import spoken


def set_particulars(session: Session, said: Mapping[str, str | date | int | None]) -> Effect:
    """Change particulars, each by its key: plan, service, start, months."""
    told = ", ".join(f"{LABELS[name]}: {spoken(value)}" for name, value in said.items())
    tidy = {name: tidied(one) if isinstance(one, str) else one for name, one in said.items()}
    return done(session, session.plan.described(**tidy), Act(kind="particulars", what=told))


def use_form(session: Session, form: Form) -> Effect:
    """Ask the short or the full form from now on; nothing that was said is lost."""
    act = Act(kind="short form" if form == SHORT else "full form")
    if form == SHORT and not any(item.brief for item in session.template.items.values()):
        return refused(session, "no short form", act)
    effect = done(session, session.plan.described(form=form), act)
    told = switched_told(session.template, session.review)
    return replace(effect, act=act.model_copy(update={"what": told}))


def give_id(session: Session) -> str:
    """The plan's id; where it has none, one is made and saved, which undo does not take back."""
    plan = session.plan
    if not plan.id:
        session.amend(plan.model_copy(update={"id": str(uuid.uuid4())}))
        session.save()
    return session.plan.id
