// A topic: some of its posts, asked for as the person goes on, with room left for the others.

import { post as tell } from '../../lesson-viewer/src/bridge.js';
import { el, icon, t } from '../../lesson-viewer/src/dom.js';
import { firstVisible, keepPlace, markPlace, scrollToTop } from './place.js';
import { Post, writingView } from './post.js';

const STEP = 60; // posts asked for at a time
const MOST = 240; // posts in the page
const PATIENCE = 3000; // ms before the same posts are asked for again
const ABOVE_NEW = 72; // px of the post before the first new one that stay visible

export class Topic {
  constructor(data) {
    this.total = data.total;
    this.can = data.can;
    this.first = 0; // index of posts[0]
    this.posts = [];
    this.writings = [];
    this.average = 180; // px; fixed by the first posts, so that the room for the others does not jump
    this.newFrom = null; // index; stays while the topic is open, also when its posts become read
    this.goal = data.openAt >= 0 ? { index: data.openAt } : { index: 0, orNew: true };
    this.asked = null;
    this.seen = 0;
    this.before = el('div', { class: 'room', 'aria-hidden': 'true' });
    this.after = el('div', { class: 'room', 'aria-hidden': 'true' });
    this.feed = el('div', { role: 'feed', 'aria-label': data.subject, 'aria-busy': 'true' });
    this.own = el('section', { class: 'own-list', 'aria-label': t('ownTexts'), hidden: true });
    this.notice = el('p', { class: 'empty', hidden: true, text: t('noPosts') });
    this.head = el('header', { class: 'topic-head' });
    this.root = el('div', { class: 'topic' }, this.head, this.before, this.feed, this.after, this.notice, this.own);
    this.setHead(data);
  }

  setHead({ subject, forum, exercise, locked, pinned, can }) {
    const facts = [el('bdi', { text: forum })];
    if (exercise) {
      facts.push(' · ', t('belongsTo'), ' ', el('a', { href: exercise.address }, el('bdi', { text: exercise.title })));
    }
    if (pinned) {
      facts.push(' · ', t('pinned'));
    }
    this.head.replaceChildren(el('h1', { tabindex: '-1', dir: 'auto', text: subject }), el('p', { class: 'muted facts' }, facts),
      ...(locked ? [el('p', { class: 'muted small locked' }, icon('lock'), ' ', t('locked'))] : []));
    this.can = can;
    this.posts.forEach((each) => each.update(each.data, can));
  }

  begin() {
    this.ask(this.goal.index);
    return this;
  }

  // Asking.

  ask(around) {
    const first = Math.max(0, Math.min(around - STEP / 3, this.total - STEP));
    this.want(Math.floor(first), STEP, around);
  }

  /** `keep`: the post that must be among those that come, when they are too long to come all at once. */
  want(first, count, keep) {
    const key = `${first} ${count}`;
    if (this.asked?.key === key && performance.now() - this.asked.at < PATIENCE) {
      return;
    }
    this.asked = { key, at: performance.now() };
    this.feed.setAttribute('aria-busy', 'true');
    tell('want', { first, count, keep });
  }

  get end() {
    return this.first + this.posts.length;
  }

  /** Asks for more where the person comes near an edge. */
  look() {
    if (this.posts.length === 0) {
      return;
    }
    const near = 1.5 * window.innerHeight;
    const { top, bottom } = this.feed.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) {
      this.jumpToRoom(bottom < 0 ? this.end + (-bottom) / this.average : this.first - top / this.average);
    } else if (this.first > 0 && top > -near) {
      const first = Math.max(0, this.first - STEP);
      this.want(first, this.first - first, this.first - 1);
    } else if (this.end < this.total && bottom < window.innerHeight + near) {
      this.want(this.end, Math.min(STEP, this.total - this.end), this.end);
    }
    this.tellSeen();
    this.noteCurrent();
  }

  /** The post that keys act on: the one gone to, until it is out of sight; then the first that is seen. */
  noteCurrent() {
    const known = this.byId(this.currentId)?.root.getBoundingClientRect();
    if (known && known.bottom > 1 && known.top < window.innerHeight) {
      return;
    }
    const at = this.current();
    if (at >= 0) {
      this.makeCurrent(this.posts[at], false);
    }
  }

  /** The person has moved to where no posts are yet. */
  jumpToRoom(guess) {
    const index = Math.max(0, Math.min(Math.round(guess), this.total - 1));
    if (index < this.first || index >= this.end) {
      this.goal = { index };
      this.ask(index);
    }
  }

  // What arrives.

  setWindow({ first, total, newFrom, posts }) {
    const touches = first <= this.end && first + posts.length >= this.first;
    if (!this.asked && this.posts.length > 0 && posts.length > 0 && !touches) {
      return; // news of posts that are no longer in the page
    }
    this.asked = null;
    this.total = total;
    this.newFrom ??= newFrom >= 0 ? newFrom : null;
    this.feed.setAttribute('aria-busy', 'false');
    const fits = this.posts.length > 0 && posts.length > 0 && touches && this.agrees(first, posts);
    if (!fits) {
      this.replaceAll(first, posts);
    } else {
      keepPlace(() => {
        this.merge(first, posts);
        this.trim();
        this.settleRoom();
      });
    }
    this.finish();
  }

  /** Whether the posts that are there already stand at the same places. */
  agrees(first, posts) {
    return posts.every((data, at) => {
      const here = this.posts[first + at - this.first];
      return !here || here.id === data.id;
    });
  }

  replaceAll(first, posts) {
    const place = firstVisible();
    const kept = place && posts.some((data) => String(data.id) === place.dataset.post)
      ? { id: Number(place.dataset.post), top: place.getBoundingClientRect().top } : null;
    this.first = first;
    this.posts = posts.map((data) => new Post(data, this.can));
    this.feed.replaceChildren(...this.posts.map((each) => each.root));
    if (this.posts.length > 0 && !this.measured) {
      this.measured = true;
      this.average = Math.max(60, Math.min(1000, this.feed.getBoundingClientRect().height / this.posts.length));
    }
    this.settleRoom();
    if (kept && !this.goal) {
      const again = this.byId(kept.id);
      window.scrollBy({ top: again.root.getBoundingClientRect().top - kept.top, behavior: 'instant' });
    }
  }

  merge(first, posts) {
    const ahead = [];
    for (const [at, data] of posts.entries()) {
      const index = first + at;
      const here = index >= this.first ? this.posts[index - this.first] : undefined;
      if (!here) {
        const made = new Post(data, this.can);
        if (index < this.first) {
          ahead.push(made);
        } else {
          this.posts.push(made);
          this.feed.append(made.root);
        }
      } else if (here.version === data.version) {
        here.update(data, this.can);
      } else {
        const made = new Post(data, this.can);
        here.root.replaceWith(made.root);
        this.posts[index - this.first] = made;
      }
    }
    this.feed.prepend(...ahead.map((each) => each.root));
    this.posts.unshift(...ahead);
    this.first -= ahead.length;
  }

  /** Posts farthest from what is seen go when there are too many. */
  trim() {
    const seen = firstVisible();
    const at = seen ? this.posts.findIndex((each) => each.root === seen) : 0;
    while (this.posts.length > MOST) {
      if (at > this.posts.length / 2) {
        this.posts.shift().root.remove();
        this.first += 1;
      } else {
        this.posts.pop().root.remove();
      }
    }
  }

  settleRoom() {
    this.before.style.height = `${Math.round(this.first * this.average)}px`;
    this.after.style.height = `${Math.round(Math.max(0, this.total - this.end) * this.average)}px`;
  }

  finish() {
    this.posts.forEach((each, at) => {
      const index = this.first + at;
      each.setSize(index, this.total);
      each.setNewLine(index === this.newFrom && index > 0 ? t('newPosts', this.total - index) : null);
    });
    this.notice.hidden = this.total > 0 || this.posts.length > 0;
    this.placeWritings();
    this.reachGoal();
    if (!document.querySelector('.post[tabindex="0"]') && this.posts.length > 0) {
      this.posts[0].root.tabIndex = 0;
    }
    markPlace();
    tell('shown', { first: this.first, count: this.posts.length });
    this.look();
  }

  // Going somewhere.

  reachGoal() {
    const { goal } = this;
    if (!goal) {
      return;
    }
    if (goal.orNew && this.newFrom > 0) {
      goal.index = this.newFrom;
      goal.orNew = false;
    }
    const target = goal.id ? this.byId(goal.id) ?? this.at(goal.index) : this.at(goal.index);
    if (!target) {
      if (this.total > 0) {
        this.ask(goal.index);
      }
      return;
    }
    this.goal = null;
    if (goal.index === 0) {
      window.scrollTo({ top: 0, behavior: 'instant' });
    } else {
      scrollToTop(target.root, goal.index === this.newFrom ? ABOVE_NEW : 12);
    }
    this.makeCurrent(target, goal.focus === true);
  }

  at(index) {
    return this.posts[index - this.first];
  }

  byId(id) {
    return this.posts.find((each) => each.id === id);
  }

  goTo({ id, index, focus }) {
    this.goal = { id, index: Math.max(0, Math.min(index, this.total - 1)), focus };
    if ((id && this.byId(id)) || this.at(this.goal.index)) {
      this.reachGoal();
      this.look();
    } else {
      this.ask(this.goal.index);
    }
  }

  current() {
    const focused = document.activeElement?.closest('.post');
    const node = focused ?? firstVisible();
    return this.posts.findIndex((each) => each.root === node);
  }

  step(by) {
    const at = this.current();
    if (at < 0) {
      return;
    }
    const focused = document.activeElement?.closest('.post');
    const index = this.first + at + (focused || by < 0 ? by : 0);
    if (index >= 0 && index < this.total) {
      this.goTo({ index, focus: true });
    } else if (by > 0 && this.own.lastElementChild && !this.own.hidden) {
      this.own.lastElementChild.focus();
    }
  }

  makeCurrent(target, focus) {
    document.querySelectorAll('.post[tabindex="0"]').forEach((node) => { node.tabIndex = -1; });
    target.root.tabIndex = 0;
    if (focus) {
      target.root.focus({ preventScroll: true });
    }
    if (this.currentId !== target.id) {
      this.currentId = target.id;
      tell('current', { id: target.id });
    }
  }

  focusCurrent() {
    const at = this.current();
    if (at >= 0) {
      this.makeCurrent(this.posts[at], true);
    } else {
      this.head.firstElementChild.focus();
    }
  }

  tellSeen() {
    let last = -1;
    for (const [at, each] of this.posts.entries()) {
      const { top, bottom } = each.root.getBoundingClientRect();
      if (bottom <= window.innerHeight + 4 || top < window.innerHeight / 2) {
        last = at;
      } else {
        break;
      }
    }
    if (last >= 0 && this.first + last + 1 > this.seen) {
      this.seen = this.first + last + 1;
      tell('seen', { id: this.posts[last].id });
    }
  }

  // What the person wrote.

  setWritings(writings) {
    this.writings = writings;
    keepPlace(() => this.placeWritings());
  }

  placeWritings() {
    this.posts.forEach((each) => each.notes.replaceChildren());
    const rest = [];
    for (const writing of this.writings) {
      const about = writing.postId ? this.byId(writing.postId) : null;
      if (about) {
        about.notes.append(writingView({ ...writing, onPost: true }));
      } else {
        rest.push(writingView(writing));
      }
    }
    this.own.replaceChildren(...rest);
    this.own.hidden = rest.length === 0;
  }

  box(id) {
    for (const each of this.posts) {
      if (each.boxes.has(id)) {
        return each.boxes.get(id);
      }
    }
    return null;
  }
}
