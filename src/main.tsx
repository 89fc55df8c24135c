import { createRoot } from 'react-dom/client';
import './ui/theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<h1>Unrolled</h1>);
