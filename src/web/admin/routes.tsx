import { inFace, page, post, type Route } from '../platform/route.ts'
import { moveDay, showDemo } from './demo.tsx'
import { retry, showJobs } from './jobs.tsx'
import { saveSwitches, showPost } from './post.tsx'
import { showRoles } from './roles.tsx'
import { showState } from './state.tsx'
import { addUser, editUser, showNewUser, showUser, showUsers } from './users.tsx'

const demonstrationOnly = true

export const adminRoutes: readonly Route[] = inFace('viewUsers', [
  page('admin.state', 'viewJobs', '/admin', showState),
  page('admin.users', 'viewUsers', '/admin/brugere', showUsers),
  page('admin.user-new', 'changeUsers', '/admin/brugere/ny', (c) => showNewUser(c)),
  post('admin.user-new.post', 'changeUsers', '/admin/brugere/ny', addUser),
  page('admin.user', 'changeUsers', '/admin/brugere/:user', (c) => showUser(c)),
  post('admin.user.post', 'changeUsers', '/admin/brugere/:user', editUser),
  page('admin.roles', 'viewUsers', '/admin/roller', showRoles),
  page('admin.jobs', 'viewJobs', '/admin/job', showJobs),
  post('admin.job.post', 'retryJobs', '/admin/job/:job', retry),
  page('admin.post', 'viewPost', '/admin/post', (c) => showPost(c)),
  {
    ...post('admin.simulator.post', 'switchSimulator', '/admin/post/simulator', saveSwitches),
    demonstrationOnly,
  },
  { ...page('admin.demo', 'moveDemoClock', '/admin/demo', (c) => showDemo(c)), demonstrationOnly },
  { ...post('admin.demo.post', 'moveDemoClock', '/admin/demo', moveDay), demonstrationOnly },
])
