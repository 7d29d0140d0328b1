import '../../components/ui/base.css';
import '../../components/popup/popup.css';
import { layPaper, rememberedLooks } from '../../utils/panel/remembered';

// The sheet of paper is shown before the code of the screen is asked for: it would be in the way of the first picture.
layPaper(document, rememberedLooks(localStorage));
const begin = () => void import('./main');
requestAnimationFrame(() => setTimeout(begin));
