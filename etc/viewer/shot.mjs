// node shot.mjs PORT STUDY [MODALITY]…: see the script "shot".
import { chromium } from 'playwright-core';

const [port, study, ...modalities] = process.argv.slice(2);
const patience = Number(process.env.TANDEM_VIEWER_PATIENCE_S || 60) * 1000;

const rest = Number(process.env.TANDEM_VIEWER_REST_S || 10) * 1000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  // OHIF draws with WebGL, which a machine without a screen has in software only
  args: ['--headless=new', '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist', '--no-proxy-server', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(patience);
// The page asks the world for fonts; without a world it would wait for them
await page.route(url => url.hostname !== '127.0.0.1', route => route.abort());
page.on('console', message => { if (message.type() === 'error') console.error(message.text().slice(0, 200)); });
page.on('pageerror', error => console.error(String(error.stack).split('\n').slice(0, 2).join(' ')));
page.on('response', response => { if (response.status() >= 400) console.error(response.status(), response.url().slice(0, 200)); });

// Still, once nothing is loading and the picture of the page no longer changes; software draws slowly, so not at once.
async function settled() {
  const end = Date.now() + patience;
  await page.waitForTimeout(rest);
  await page.waitForLoadState('networkidle').catch(() => {});
  let before = '';
  let now = (await page.screenshot()).toString('base64');
  while (Date.now() < end && now !== before) {
    await page.waitForTimeout(rest / 4);
    before = now;
    now = (await page.screenshot()).toString('base64');
  }
}

// So many images down the stack, for what does not begin on its first one.
async function scroll() {
  const images = Number(process.env.TANDEM_VIEWER_SCROLL || 0);
  if (images > 0) {
    await page.mouse.move(800, 450);
    for (let i = 0; i < images; i++) {
      await page.mouse.wheel(0, 100);
      await page.waitForTimeout(200);
    }
    await settled();
  }
}

async function dismissTour() {
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelectorAll('.shepherd-modal-overlay-container, .shepherd-element').forEach(e => e.remove()));
}

await page.goto(`http://127.0.0.1:${port}/viewer?StudyInstanceUIDs=${study}`, { waitUntil: 'commit' });
await page.waitForSelector('[data-cy^="study-browser-thumbnail"]');
await settled();
await dismissTour();
await page.screenshot({ path: 'images.png' });
console.log('images.png');

for (const modality of modalities) {
  const thumbnail = page.locator('[data-cy^="study-browser-thumbnail"]').filter({ hasText: new RegExp(`^\\s*${modality}`) }).first();
  if (await thumbnail.count() === 0) {
    console.error(`${modality}: no series of it in the study`);
    process.exitCode = 1;
    continue;
  }
  await thumbnail.dblclick();
  await settled();
  const yes = page.getByRole('button', { name: /^(Yes|Confirm|OK)$/ }).first();
  if (await yes.count() > 0) {
    await yes.click();
    await settled();
  }
  await scroll();
  await page.screenshot({ path: `${modality}.png` });
  console.log(`${modality}.png`);
}
await browser.close();
